"""purpose"""
from __future__ import annotations
from enum import StrEnum
class Purpose(StrEnum):
    """What an introduction is wanted for."""
    JOB="job"
    HIRING="hiring"
    PITCH="pitch"
    SALES="sales"
    ADVICE="advice"
    PARTNERSHIP="partnership"
    PRESS="press"
    OTHER="other"
def classify(text: str) -> Purpose:
    """x"""
    return Purpose.OTHER
def says_why(text: str) -> bool:
    """x"""
    return False
