using Clinic.Web.Scheduling;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Clinic.Web.Controllers;

[Authorize(Roles = "Doctor,Reception")]
[Route("calendar")]
public class CalendarController : Controller
{
    private readonly IAppointments _appointments;

    public CalendarController(IAppointments appointments)
    {
        _appointments = appointments;
    }

    [HttpGet("{doctorId:int}")]
    public async Task<IActionResult> Week(int doctorId, DateOnly? from)
    {
        var start = from ?? DateOnly.FromDateTime(DateTime.Today);
        var appointments = await _appointments.ForDoctorAsync(doctorId, start, start.AddDays(7));
        return View(new WeekModel(doctorId, start, appointments));
    }

    [HttpPost("{doctorId:int}/block")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Block(int doctorId, BlockRequest request)
    {
        await _appointments.BlockAsync(doctorId, request.From, request.Until);
        return RedirectToAction(nameof(Week), new { doctorId });
    }

    // Calendar apps fetch the feed every hour and do not keep our session cookie.
    [AllowAnonymous]
    [HttpGet("{doctorId:int}/{token}/feed.ics")]
    public async Task<IActionResult> Feed(int doctorId, string token, [FromServices] IFeedTokens tokens)
    {
        if (!await tokens.MatchesAsync(doctorId, token))
        {
            return NotFound();
        }

        var today = DateOnly.FromDateTime(DateTime.Today);
        var appointments = await _appointments.ForDoctorAsync(doctorId, today.AddDays(-7), today.AddDays(60));
        return Content(ICalendar.Write(appointments, a => $"{a.PatientName} ({a.Reason})"), "text/calendar");
    }
}
