"""From settings to concrete classes: the only package that knows them all."""

from reviewbot.wiring.desk import Desk
from reviewbot.wiring.forecasts import forecast_costs
from reviewbot.wiring.places import NoKey, Place, find_place
from reviewbot.wiring.setting_up import Stock, measure, set_up
from reviewbot.wiring.shelf import user_folder
from reviewbot.wiring.sinks import make_sink
from reviewbot.wiring.supplies import NOTHING, Supplies

__all__ = [
    "NOTHING",
    "Desk",
    "NoKey",
    "Place",
    "Stock",
    "Supplies",
    "find_place",
    "forecast_costs",
    "make_sink",
    "measure",
    "set_up",
    "user_folder",
]
