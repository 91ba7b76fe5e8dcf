"""What `load_reference_data` and `load_demo` load, in the order in which one needs the other."""

import core.reference_data
import entities.demo
import entities.reference_data
import initiatives.demo
import initiatives.reference_data
import meetings.demo
import meetings.reference_data
import portal.demo
import resources.reference_data
import strategy.demo
import strategy.demo_filling
import strategy.demo_rounds
import strategy.reference_data

REFERENCE = [
    core.reference_data.load,
    entities.reference_data.load,
    initiatives.reference_data.load,
    strategy.reference_data.load,
    meetings.reference_data.load,
    resources.reference_data.load,
]

DEMO = [
    entities.demo.load,
    initiatives.demo.load,
    strategy.demo.load,
    strategy.demo_filling.load,
    strategy.demo_rounds.load,
    meetings.demo.load,
    portal.demo.load,
]
