"""Argos packages: looked at before they are unpacked, installed whole or not at all."""

import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from workflow.engines.packages import install, installed, list_installed, packages_dir, remove
from workflow.errors import WorkflowError

ENGINES = Path(__file__).parents[1] / "data" / "engines"
SENTENCEPIECE = ENGINES / "tiny-es_en.argosmodel"
BPE = ENGINES / "tiny-bpe-es_en.argosmodel"
METADATA = {"package_version": "1.0", "from_code": "es", "to_code": "en", "type": "translate"}

Members = dict[str, bytes | str]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))


def members(**metadata: object) -> Members:
    """The files of a package that is sound in layout."""
    return {
        "translate-es_en/metadata.json": json.dumps(METADATA | metadata),
        "translate-es_en/sentencepiece.model": b"pieces",
        "translate-es_en/model/model.bin": b"weights",
    }


def packed(folder: Path, files: Members) -> Path:
    file = folder / "some.argosmodel"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file


def everything(folder: Path) -> list[Path]:
    """All files and folders but the lock."""
    return [path for path in folder.rglob("*") if path.name != ".workflow.lock"]


@pytest.mark.parametrize("file", [SENTENCEPIECE, BPE], ids=lambda file: file.stem)
def test_a_real_package_is_installed_and_found(file: Path) -> None:
    package = install(file)
    assert (package.source, package.target) == ("es", "en")
    assert installed("es", "en") == package
    assert (package.path / "model" / "model.bin").stat().st_size > 100_000


def test_the_checksum_of_the_file_is_noted() -> None:
    install(SENTENCEPIECE)
    package = installed("es", "en")
    assert package is not None
    assert package.checksum == "a79baf414d70479b0644d9d2ac5594913fde6b2e6ad41df9f18daeff0457afda"


def test_a_package_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    install(SENTENCEPIECE)
    install(BPE)
    assert [package.version for package in list_installed()] == ["1.9"]
    assert not (packages_dir() / "translate-es_en" / "sentencepiece.model").exists()


def test_an_older_package_of_the_pair_in_another_folder_goes(tmp_path: Path) -> None:
    install(SENTENCEPIECE)
    files = {
        name.replace("es_en", "es_en-2_0"): content
        for name, content in members(package_version="2.0").items()
    }
    package = install(packed(tmp_path, files))
    assert list_installed() == [package]
    assert package.path.name == "translate-es_en-2_0"


def test_a_removed_package_is_gone() -> None:
    install(SENTENCEPIECE)
    remove("es", "en")
    assert installed("es", "en") is None
    assert everything(packages_dir()) == []


def test_removing_what_is_not_there_is_an_error_that_lists_what_is() -> None:
    install(SENTENCEPIECE)
    with pytest.raises(WorkflowError, match="es → en"):
        remove("es", "fr")


def test_another_pair_than_the_one_asked_for_is_refused() -> None:
    with pytest.raises(WorkflowError, match="translates es → en, not es → fr"):
        install(SENTENCEPIECE, ("es", "fr"))
    assert list_installed() == []


def test_folders_that_hold_no_package_are_passed_over() -> None:
    (packages_dir() / "leftover").mkdir(parents=True)
    assert list_installed() == []


def test_the_newest_version_of_a_pair_is_the_one_that_counts() -> None:
    for version in ("1.9", "1.10"):
        folder = packages_dir() / f"es_en-{version}"
        folder.mkdir(parents=True)
        (folder / "metadata.json").write_text(json.dumps(METADATA | {"package_version": version}))
    package = installed("es", "en")
    assert package is not None
    assert package.version == "1.10"


def test_the_folder_is_that_of_argos_translate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ARGOS_PACKAGES_DIR")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert packages_dir() == tmp_path / "data" / "argos-translate" / "packages"
    settings = tmp_path / "config" / "argos-translate" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text('{"ARGOS_PACKAGES_DIR": "/srv/packages"}')
    assert packages_dir() == Path("/srv/packages")


def _without(name: str) -> Members:
    return {path: content for path, content in members().items() if not path.endswith(name)}


BAD_PACKAGES: dict[str, tuple[Members, str]] = {
    "climbs out": (members() | {"translate-es_en/../../evil": "x"}, "outside its folder"),
    "climbs out at once": (members() | {"../evil": "x"}, "outside its folder"),
    "absolute": (members() | {"/tmp/evil": "x"}, "outside its folder"),
    "backslashes": (members() | {"translate-es_en\\..\\evil": "x"}, "outside its folder"),
    "drive": (members() | {"C:evil": "x"}, "outside its folder"),
    "no metadata": (_without("metadata.json"), "lacks metadata.json"),
    "no model": (_without("model.bin"), "lacks model/model.bin"),
    "no tokenizer": (_without("sentencepiece.model"), "lacks sentencepiece.model or bpe.model"),
    "two folders": (members() | {"other/file": "x"}, "not in one folder"),
    "no folder": ({"metadata.json": json.dumps(METADATA)}, "not in one folder"),
    "empty": ({}, "not in one folder"),
    "hidden folder": ({".x/metadata.json": "{}"}, "not in one folder"),
    "metadata no JSON": (members() | {"translate-es_en/metadata.json": "{"}, "refused"),
    "metadata no object": (members() | {"translate-es_en/metadata.json": "[]"}, "no JSON object"),
    "metadata not UTF-8": (members() | {"translate-es_en/metadata.json": b"\xff"}, "refused"),
    "deep metadata": (members() | {"translate-es_en/metadata.json": "[" * 99_999}, "refused"),
    "no pair": (members(to_code=None), "no pair of languages"),
    "same language": (members(to_code="es"), "no pair of languages"),
    "path as code": (members(to_code="../en"), "no language codes"),
    "other type": (members(type="sbd"), "not a translation package"),
    "bomb": (members() | {"translate-es_en/zeros": b"\0" * 40_000_000}, "would unpack"),
    "many files": (
        members() | {f"translate-es_en/{number}": "" for number in range(1_001)},
        "holds 1004 files",
    ),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("case", BAD_PACKAGES)
def test_a_bad_package_is_refused_and_leaves_nothing(case: str, tmp_path: Path) -> None:
    files, reason = BAD_PACKAGES[case]
    file = packed(tmp_path, files)
    with pytest.raises(WorkflowError, match=reason) as refusal:
        install(file)
    assert str(file) in str(refusal.value)
    assert everything(tmp_path) == [file]


def test_a_link_in_a_package_is_refused(tmp_path: Path) -> None:
    file = packed(tmp_path, members())
    link = zipfile.ZipInfo("translate-es_en/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(WorkflowError, match="no ordinary file"):
        install(file)


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-400])


def _not_a_zip(file: Path) -> None:
    file.write_text("<html>404</html>")


def _gone(file: Path) -> None:
    file.unlink()


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("damage", [_cut, _not_a_zip, _gone, _folder])
def test_what_is_no_archive_is_refused(damage: Callable[[Path], None], tmp_path: Path) -> None:
    file = packed(tmp_path, members())
    damage(file)
    with pytest.raises(WorkflowError, match=r"no zip archive|cannot read"):
        install(file)
    assert list_installed() == []


def test_a_damaged_member_is_refused_and_the_package_before_it_stays(tmp_path: Path) -> None:
    before = install(SENTENCEPIECE)
    damaged = bytearray(BPE.read_bytes())
    damaged[300_000:300_100] = b"\0" * 100
    file = tmp_path / "damaged.argosmodel"
    file.write_bytes(damaged)
    with pytest.raises(WorkflowError, match="damaged"):
        install(file)
    assert list_installed() == [before]
    assert {path.name for path in tmp_path.iterdir()} == {"packages", "damaged.argosmodel"}


def test_a_folder_that_cannot_be_written_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(blocked / "packages"))
    with pytest.raises(WorkflowError, match="cannot be changed"):
        install(SENTENCEPIECE)
