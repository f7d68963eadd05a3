using System.Text;
using Newtonsoft.Json;

namespace Fulfilment.Messaging;

/// <summary>Reads the bodies that partners put on the order queue.</summary>
public sealed class OrderEventReader
{
    private const int MaxBytes = 64 * 1024;

    private static readonly JsonSerializerSettings Settings = new()
    {
        TypeNameHandling = TypeNameHandling.All,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        MaxDepth = 16,
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
            return JsonConvert.DeserializeObject<IOrderEvent>(json, Settings)
                ?? throw new UnreadableMessageException("The message is empty.");
        }
        catch (JsonException e)
        {
            throw new UnreadableMessageException("The message is not an order event.", e);
        }
    }
}
