"""What programs are told of an exercise, the same in every listing."""

from typing import Any

from feltsense.script.model import FrontMatter


def about(slug: str, front: FrontMatter) -> dict[str, Any]:
    """Return what an exercise is, as plain data."""
    return {
        "slug": slug,
        "title": front.title,
        "summary": front.summary,
        "practice": front.practice,
        "pathway": front.pathway,
        "tier": front.tier,
        "minutes": list(front.minutes),
    }
