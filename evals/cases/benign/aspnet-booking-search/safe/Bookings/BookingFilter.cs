using System.ComponentModel.DataAnnotations;

namespace Acme.Bookings;

/// <summary>What a guest looks for among the bookings.</summary>
public sealed record BookingFilter
{
    [StringLength(80)]
    public string? Text { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    [EnumDataType(typeof(BookingOrder))]
    public BookingOrder Order { get; init; } = BookingOrder.Arrival;
}

public enum BookingOrder
{
    Arrival,
    Price,
    Hotel,
}

public enum CancelResult
{
    Cancelled,
    TooLate,
    Unknown,
}
