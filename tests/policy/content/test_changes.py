"""The list of changes ends with the policy in force."""

from policy import rulebook
from policy.content.changes import changes
from policy.engine.rulebook import VERSION


def test_the_newest_change_is_the_policy_in_force() -> None:
    newest = changes()[0]
    told = f'Say in policy/content/changes.toml, first entry, what has changed, with digest = "{rulebook().digest}"'
    assert (newest.version, newest.digest) == (VERSION, rulebook().digest), told


def test_changes_stand_newest_first() -> None:
    days = [change.on for change in changes()]
    assert days == sorted(days, reverse=True)


def test_every_change_says_what_it_means() -> None:
    assert all(change.title and change.what for change in changes())
