using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Fulfilment.Messaging;

public sealed class OrderConsumer(IChannel channel, OrderEventReader reader, IOrderHandler handler, ILogger<OrderConsumer> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) => await HandleAsync(delivery, stoppingToken);
        await channel.BasicConsumeAsync("partner-orders", autoAck: false, consumer, stoppingToken);
    }

    private async Task HandleAsync(BasicDeliverEventArgs delivery, CancellationToken ct)
    {
        try
        {
            await handler.HandleAsync(reader.Read(delivery.Body), ct);
            await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false, ct);
        }
        catch (UnreadableMessageException e)
        {
            log.LogWarning(e, "Unreadable order message {Tag}", delivery.DeliveryTag);
            await channel.BasicRejectAsync(delivery.DeliveryTag, requeue: false, ct);
        }
    }
}
