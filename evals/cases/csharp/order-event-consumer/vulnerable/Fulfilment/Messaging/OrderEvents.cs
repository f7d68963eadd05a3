namespace Fulfilment.Messaging;

public interface IOrderEvent
{
    Guid OrderId { get; }
}

public sealed record OrderPlaced(Guid OrderId, string Warehouse, int Lines) : IOrderEvent;

public sealed record OrderChanged(Guid OrderId, int Lines) : IOrderEvent;

public sealed record OrderCancelled(Guid OrderId, string Reason) : IOrderEvent;
