"""The columns of programs that are much used, as far as it is known what they mean.

What stands in no preset is not read. So it is with what nobody could tell us for sure: whether a
`Percentage` is that of the absence or of the recovery, what a code of leave (`WAZOCd`) or of the safety
net stands for, or until when somebody is expected to be sick.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from poortwachter.caseload.fields import DOSSIER, EMPLOYEE
from poortwachter.law.references import asks

NOT_READ = ""

PresetId = Literal["sivi", "visma-course", "visma-dossier", "visma-import", "afas", "nmbrs"]


class Preset(NamedTuple):
    """How a program calls its columns.

    Attributes:
        needs: the headers by which it is known.
        columns: which field a header is; empty: its meaning is not known, so that it is not read.
    """

    needs: tuple[str, ...]
    columns: Mapping[str, str]


@asks("probleemanalyse", "plan-van-aanpak")
def _steps_of_visma() -> Mapping[str, str]:
    return {"pa": "probleemanalyse", "pva": "plan-van-aanpak"}


PRESETS: Mapping[PresetId, Preset] = {
    # SIVI Verzuimmeldingen 2022.
    "sivi": Preset(
        needs=("DatEerstVrzmdg",),
        columns={
            "VrzmgvlId": DOSSIER,
            "DatEerstVrzmdg": "first_sick_day",
            "DatHrstld": "recovered_on",
            "Enddat": "contract_end",
        },
    ),
    # Visma Verzuim, the names of its API: the course of an absence, and dossiers.
    "visma-course": Preset(
        needs=("dateStart", "recoveryPercentage"),
        columns={
            "dateStart": "first_sick_day",
            "dateEnd": "last_sick_day",
            "recoveryPercentage": "recovery_percentage",
        },
    ),
    "visma-dossier": Preset(
        needs=("dateStart", "pa", "pva"),
        columns={
            "dateStart": "first_sick_day",
            "dateEnd": "last_sick_day",
            **_steps_of_visma(),
        },
    ),
    # Visma "Verzuim import V1".
    "visma-import": Preset(
        needs=("Intern nummer", "Eerste ziektedag"),
        columns={"Intern nummer": EMPLOYEE, "Eerste ziektedag": "first_sick_day"},
    ),
    # AFAS Profit_Illness.
    "afas": Preset(
        needs=("AbsenceId", "StartDate"),
        columns={
            "EmployeeId": EMPLOYEE,
            "AbsenceId": DOSSIER,
            "StartDate": "first_sick_day",
            "EndDate": "last_sick_day",
        },
    ),
    "nmbrs": Preset(
        needs=("AbsenceId", "Start"),
        columns={
            "Persnr": EMPLOYEE,
            "Dossiernr": DOSSIER,
            "Dossier": NOT_READ,
            "Start": "first_sick_day",
            "End": "last_sick_day",
        },
    ),
}


@asks(_steps_of_visma)
def presets() -> Mapping[PresetId, Preset]:
    """Every preset by its id."""
    return PRESETS
