using Microsoft.AspNetCore.Mvc;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Consultations;

/// <summary>The entry page with nothing in it: what a device shows without a network, and fills from what it has stored. It holds nobody's data.</summary>
[Route("offline/entry")]
public sealed class EntryShellController(Office office) : TradeController
{
    [HttpGet("")]
    public IActionResult Show()
    {
        var mission = new MissionHead(0, "", "", "", office.Today, office.Today, "USD", MissionStatus.Underway);
        return View("New", new ConsultationForm
        {
            Kind = ConsultationKind.AtVenue,
            ValueCurrency = mission.BaseCurrency,
            UnitShownFor = mission.BaseCurrency,
            AmountUnit = Unit.Of(null, mission.BaseCurrency).Kind,
            Page = new ConsultationFormPage { Mission = mission, IsShell = true, Companies = [], Stops = [] },
        });
    }
}
