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
}
