"""Persons, organisations, states, armed groups and acting places of one article, resolved across it.

    analysis = extract(reading, analysis)

Names come from the encoder and the lexicons; roles, countries and sectors from the article's words;
then the text is read from left to right and descriptions and pronouns go to whom they mean. What is
unsure stays unresolved.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.extract.entity import descriptions, pronouns, speech
from dragoman.extract.entity.bodies import bodies
from dragoman.extract.entity.build import build
from dragoman.extract.entity.discourse import Discourse
from dragoman.extract.entity.groups import add_groups
from dragoman.extract.entity.naming import names
from dragoman.extract.entity.page import Cluster, Mention, Named, View, Way, views
from dragoman.extract.entity.persons import persons
from dragoman.extract.entity.speech import Walk, last_speaker
from dragoman.reading import Reading
from dragoman.types import Analysis, Drop

__all__ = ["clusters_of", "extract"]


def extract(reading: Reading, so_far: Analysis) -> Analysis:
    """`so_far` with its entities and their mentions; uses the toponyms that are in it."""
    found = views(reading.sentences)
    clusters = clusters_of(found, so_far)
    drops = follow(found, clusters, pronouns.shipped())
    entities, mentions = build(reading.article, found, clusters)
    return replace(
        so_far, entities=entities, entity_mentions=mentions, drops=(*so_far.drops, *drops)
    )


def clusters_of(found: list[View], so_far: Analysis) -> list[Cluster]:
    """The entities by name and demonym, before descriptions and pronouns."""
    named = names(found)
    toponyms = {toponym.span: toponym for toponym in so_far.toponyms}
    times = [timex.span for timex in so_far.timexes]
    clusters = [*persons(found, named), *bodies(found, named, toponyms, times)]
    add_groups(found, clusters, toponyms)
    for cluster in clusters:
        cluster.mentions += [_mention(found[name.sentence], name) for name in cluster.names]
    return clusters


def follow(found: list[View], clusters: list[Cluster], model: pronouns.Model) -> list[Drop]:
    """Adds descriptions and pronouns to the clusters, from left to right; returns the unresolved."""
    discourse = Discourse(clusters)
    talks = [speech.talk(view) for view in found]
    speech.note_speakers(found, discourse)
    drops: list[Drop] = []
    for view in found:
        described = {d.mention.head: d for d in descriptions.descriptions(view)}
        for one in described.values():
            view.take(range(one.mention.start, one.mention.end))
        meant = {p.index: p for p in pronouns.pronouns(view)}
        for index in sorted({*described, *meant}):
            if index in described:
                drops += _describe(view, described[index], discourse, clusters)
            else:
                drops += _mean(Walk(found, talks, meant[index], discourse), view, model)
    return drops


def _mean(walk: Walk, view: View, model: pronouns.Model) -> list[Drop]:
    """Resolves a pronoun: to the last speaker where it speaks itself, else by the model."""
    pronoun, discourse = walk.pronoun, walk.discourse
    speaker = last_speaker(walk, view.number)
    if speaker is not None:
        discourse.add(speaker, pronouns.mention_of(view, pronoun, speech.SCORE, "speaker"))
        return []
    result = pronouns.resolve(walk.views, view, pronoun, discourse, model)
    doubtful = result is not None and result[1] < speech.LEAST and speech.speaks(walk, view.number)
    if result is None or doubtful:
        span = view.span(pronoun.index, pronoun.index + 1)
        return [Drop(layer="entity", reason="pronoun_unresolved", span=span)]
    discourse.add(result[0], pronouns.mention_of(view, pronoun, result[1], "pronoun"))
    pronouns.learn(result[0], pronoun, result[1])
    return []


def _describe(
    view: View,
    described: descriptions.Described,
    discourse: Discourse,
    clusters: list[Cluster],
) -> list[Drop]:
    result = descriptions.resolve(view, described, discourse)
    if result is not None:
        descriptions.join(described, *result, discourse)
        return []
    fresh = descriptions.unresolved(described)
    if fresh is None:
        span = view.span(described.mention.start, described.mention.end)
        return [Drop(layer="entity", reason="description_unresolved", span=span)]
    discourse.begin(fresh)
    clusters.append(fresh)
    discourse.add(fresh, described.mention)
    return []


def _mention(view: View, name: Named) -> Mention:
    way: Way = "metonym" if name.rule.startswith("metonym") else "name"
    rule = name.rule if way == "metonym" else f"name.{name.rule}"
    head = view.head_of(name.start, name.end)
    return Mention(name.sentence, name.start, name.end, head, way, rule, name.score)
