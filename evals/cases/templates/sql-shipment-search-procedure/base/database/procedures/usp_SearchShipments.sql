CREATE OR ALTER PROCEDURE dbo.usp_SearchShipments
    @DepotId    int,
    @Consignee  nvarchar(100) = NULL
AS
BEGIN
    SET NOCOUNT ON;

    SELECT TOP (200) s.ShipmentId, s.Reference, s.Consignee, s.Weight, s.CreatedAt
    FROM dbo.Shipment AS s
    WHERE s.DepotId = @DepotId
      AND (@Consignee IS NULL OR s.Consignee LIKE N'%' + @Consignee + N'%')
    ORDER BY s.CreatedAt;
END;
GO
