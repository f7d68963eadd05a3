using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Acme.Bookings;

public sealed class BookingService(BookingContext db, TimeProvider clock, ILogger<BookingService> log)
{
    private const int Most = 100;
    private const int Attempts = 3;

    public async Task<List<Booking>> SearchAsync(Guid guest, BookingFilter filter, CancellationToken cancel)
    {
        var found = filter.Text is { Length: > 0 } text
            ? db.Bookings.FromSqlInterpolated($"SELECT * FROM bookings WHERE document @@ plainto_tsquery({text})")
            : db.Bookings.AsQueryable();
        found = found.Where(b => b.GuestId == guest);
        if (filter.From is { } from)
        {
            found = found.Where(b => b.Arrival >= from);
        }
        if (filter.Until is { } until)
        {
            found = found.Where(b => b.Arrival <= until);
        }
        found = filter.Order switch
        {
            BookingOrder.Price => found.OrderBy(b => b.Price),
            BookingOrder.Hotel => found.OrderBy(b => b.Hotel.Name),
            _ => found.OrderBy(b => b.Arrival),
        };
        return await found.AsNoTracking().Take(Most).ToListAsync(cancel);
    }

    public async Task<CancelResult> CancelAsync(Guid guest, Guid id, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var booking = await db.Bookings.SingleOrDefaultAsync(b => b.Id == id && b.GuestId == guest, cancel);
            if (booking is null)
            {
                return CancelResult.Unknown;
            }
            if (!booking.MayBeCancelledAt(clock.GetUtcNow()))
            {
                return CancelResult.TooLate;
            }
            booking.Cancel(clock.GetUtcNow());
            try
            {
                await db.SaveChangesAsync(cancel);
                log.LogInformation("Booking {Booking} was cancelled by its guest", booking.Id);
                return CancelResult.Cancelled;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
                await Task.Delay(Random.Shared.Next(20, 80), cancel);
            }
        }
    }
}
