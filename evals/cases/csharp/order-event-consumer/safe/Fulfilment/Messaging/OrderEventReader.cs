using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Fulfilment.Messaging;

/// <summary>Reads the bodies that partners put on the order queue.</summary>
public sealed class OrderEventReader
{
    private const int MaxBytes = 64 * 1024;

    private static readonly JsonSerializerSettings Settings = new()
    {
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        MaxDepth = 16,
    };

    private static readonly Dictionary<string, Type> Kinds = new()
    {
        ["order.placed"] = typeof(OrderPlaced),
        ["order.changed"] = typeof(OrderChanged),
        ["order.cancelled"] = typeof(OrderCancelled),
    };

    public IOrderEvent Read(ReadOnlyMemory<byte> body)
    {
        if (body.Length > MaxBytes)
        {
            throw new UnreadableMessageException("The message is too large.");
        }

        var json = Encoding.UTF8.GetString(body.Span);
        try
        {
            var envelope = JsonConvert.DeserializeObject<Envelope>(json, Settings);
            if (envelope?.Data is null || !Kinds.TryGetValue(envelope.Kind ?? "", out var type))
            {
                throw new UnreadableMessageException("The kind of the message is not known.");
            }

            return (IOrderEvent)envelope.Data.ToObject(type, JsonSerializer.Create(Settings))!;
        }
        catch (JsonException e)
        {
            throw new UnreadableMessageException("The message is not an order event.", e);
        }
    }

    private sealed record Envelope(string? Kind, JObject? Data);
}
