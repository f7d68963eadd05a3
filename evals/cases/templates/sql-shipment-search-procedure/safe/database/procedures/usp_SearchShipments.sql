CREATE OR ALTER PROCEDURE dbo.usp_SearchShipments
    @DepotId    int,
    @Consignee  nvarchar(100) = NULL,
    @SortColumn nvarchar(60)  = N'CreatedAt'
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @column sysname = CASE @SortColumn
        WHEN N'Reference' THEN N'Reference'
        WHEN N'Consignee' THEN N'Consignee'
        WHEN N'Weight' THEN N'Weight'
        ELSE N'CreatedAt'
    END;

    DECLARE @sql nvarchar(max) = N'
        SELECT TOP (200) s.ShipmentId, s.Reference, s.Consignee, s.Weight, s.CreatedAt
        FROM dbo.Shipment AS s
        WHERE s.DepotId = @DepotId';

    IF @Consignee IS NOT NULL
        SET @sql += N' AND s.Consignee LIKE N''%'' + @Consignee + N''%''';

    SET @sql += N' ORDER BY s.' + QUOTENAME(@column);

    EXEC sys.sp_executesql @sql,
        N'@DepotId int, @Consignee nvarchar(100)',
        @DepotId = @DepotId, @Consignee = @Consignee;
END;
GO
