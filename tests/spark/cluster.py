"""A Spark of its own for the tests: one master, two workers of one core each, stopped at the end."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
import os
from pathlib import Path
import shutil
import socket
import subprocess
import time

SMALL = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
SETTINGS = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.memory": "900m",
    "spark.driver.extraJavaOptions": SMALL,
    "spark.executor.memory": "512m",
    "spark.executor.extraJavaOptions": SMALL,
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.shuffle.partitions": "2",
    "spark.ui.enabled": "false",
}
"""What a cluster's own `spark-defaults.conf` would say of small machines and small tables."""
PATIENCE = 120


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """The address of a Spark whose master and two workers are processes of this machine."""
    import pyspark

    home, port = Path(pyspark.__file__).parent, _free_port()
    _settle(folder)
    address = f"spark://127.0.0.1:{port}"
    environment = {
        **os.environ,
        "SPARK_HOME": str(home),
        "SPARK_CONF_DIR": str(folder),
        "SPARK_DAEMON_MEMORY": "256m",
        "SPARK_DAEMON_JAVA_OPTS": SMALL,
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    with ExitStack() as stack:

        def start(*words: str) -> None:
            log = stack.enter_context((folder / f"{words[0]}.log").open("ab"))
            command = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{words[0]}", *words[1:]]
            process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
            stack.callback(_stopped, process)

        start("master.Master", "--host", "127.0.0.1", "--port", str(port), "--webui-port", "0")
        _wait(port)
        for worker in ("one", "two"):
            start(
                "worker.Worker",
                address,
                "--host",
                "127.0.0.1",
                "--cores",
                "1",
                "--memory",
                "600m",
                "--webui-port",
                "0",
                "--work-dir",
                str(folder / worker),
            )
        yield address


def _settle(folder: Path) -> None:
    lines = [f"{name} {value}" for name, value in SETTINGS.items()]
    (folder / "spark-defaults.conf").write_text("\n".join(lines))
    (folder / "log4j2.properties").write_text(
        "rootLogger.level = error\nrootLogger.appenderRef.stdout.ref = console\nappender.console.type = Console\nappender.console.name = console\nappender.console.target = SYSTEM_ERR\nappender.console.layout.type = PatternLayout\n"
    )
    os.environ["SPARK_CONF_DIR"] = str(folder)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def _wait(port: int) -> None:
    for _ in range(PATIENCE * 5):
        with socket.socket() as caller:
            if caller.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise TimeoutError(port)


def _stopped(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    process.wait(timeout=30)


def absent() -> str:
    """What is missing for a Spark to run here, in words; nothing when all is there."""
    try:
        import pyspark  # noqa: F401
    except ModuleNotFoundError:
        return "pyspark is not installed here: run `make spark`"
    return "" if shutil.which("java") else "Java 17 is not installed here: run `make spark`"
