"""Every asset with its key, group, dependencies, partitions and description: a change of the graph shows in review."""

from assets.definitions import defs


def test_the_graph_of_assets(snapshot):
    graph = defs.resolve_asset_graph()
    described = {
        key.to_user_string(): {
            "group": graph.get(key).group_name,
            "description": graph.get(key).description,
            "after": sorted(parent.to_user_string() for parent in graph.get(key).parent_keys),
            "by": type(graph.get(key).partitions_def).__name__ if graph.get(key).is_partitioned else None,
        }
        for key in sorted(graph.get_all_asset_keys())
    }
    assert described == snapshot


def test_the_jobs_and_schedules(snapshot):
    repository = defs.get_repository_def()
    assert sorted(job.name for job in repository.get_all_jobs() if not job.name.startswith("__")) == snapshot


def test_the_checks(snapshot):
    repository = defs.get_repository_def()
    nodes = repository.asset_graph.asset_check_keys
    assert sorted(f"{key.asset_key.to_user_string()} {key.name}" for key in nodes) == snapshot
