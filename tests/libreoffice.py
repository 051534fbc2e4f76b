"""LibreOffice, as a reader of ours would use it: opens a file, reckons it anew, saves it."""

from pathlib import Path
import subprocess


def saved_again(content: bytes, folder: Path, name: str = "classeur.xlsx", to: str = "xlsx") -> bytes:
    """The same file after LibreOffice opened and saved it, in a profile of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    source, target = folder / name, folder / "saved"
    source.write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", to, "--outdir", str(target), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (target / source.with_suffix(f".{to}").name).read_bytes()
