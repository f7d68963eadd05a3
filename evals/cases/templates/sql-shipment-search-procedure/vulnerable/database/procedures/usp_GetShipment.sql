CREATE OR ALTER PROCEDURE dbo.usp_GetShipment
    @ShipmentId int
AS
BEGIN
    SET NOCOUNT ON;

    SELECT s.ShipmentId, s.Reference, s.Consignee, s.Weight, s.CreatedAt
    FROM dbo.Shipment AS s
    WHERE s.ShipmentId = @ShipmentId;
END;
GO
