CREATE OR ALTER PROCEDURE dbo.usp_SearchShipments
    @DepotId    int,
    @Consignee  nvarchar(100) = NULL,
    @SortColumn nvarchar(60)  = N'CreatedAt'
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @sql nvarchar(max) = N'
        SELECT TOP (200) s.ShipmentId, s.Reference, s.Consignee, s.Weight, s.CreatedAt
        FROM dbo.Shipment AS s
        WHERE s.DepotId = ' + CAST(@DepotId AS nvarchar(12));

    IF @Consignee IS NOT NULL
        SET @sql += N' AND s.Consignee LIKE ''%' + @Consignee + N'%''';

    SET @sql += N' ORDER BY s.' + @SortColumn;

    EXEC (@sql);
END;
GO
