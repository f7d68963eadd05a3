package com.acme.orders;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

@Repository
public class OrderReportRepository {

    private static final RowMapper<OrderTotal> TOTALS =
            (row, index) -> new OrderTotal(row.getString("label"), row.getBigDecimal("amount"));

    private final JdbcTemplate jdbc;

    public OrderReportRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<OrderTotal> totals(long supplierId, String groupBy) {
        String sql = "SELECT " + groupBy + " AS label, SUM(amount) AS amount"
                + " FROM purchase_order WHERE supplier_id = ?"
                + " GROUP BY " + groupBy;
        return jdbc.query(sql, TOTALS, supplierId);
    }
}
