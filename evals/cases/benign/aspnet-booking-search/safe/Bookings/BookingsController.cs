using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Acme.Bookings;

[Authorize]
[AutoValidateAntiforgeryToken]
[Route("bookings")]
public sealed class BookingsController(BookingService bookings) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] BookingFilter filter, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return View(Array.Empty<Booking>());
        }
        return View(await bookings.SearchAsync(User.GuestId(), filter, cancel));
    }

    [HttpPost("{id:guid}/cancel")]
    public async Task<IActionResult> Cancel(Guid id, CancellationToken cancel)
    {
        return await bookings.CancelAsync(User.GuestId(), id, cancel) switch
        {
            CancelResult.Cancelled => RedirectToAction(nameof(Index)),
            CancelResult.TooLate => View("TooLate"),
            _ => NotFound(),
        };
    }
}
