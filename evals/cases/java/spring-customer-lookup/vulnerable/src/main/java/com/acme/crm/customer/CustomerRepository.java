package com.acme.crm.customer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.util.StringUtils;

import java.util.Map;

@Repository
public class CustomerRepository {

    private static final String SELECT = "SELECT c.id, c.name, c.city, c.segment FROM customer c WHERE c.deleted = false";

    private static final RowMapper<Customer> MAPPER = (rs, n) -> new Customer(
            rs.getLong("id"),
            rs.getString("name"),
            rs.getString("city"),
            rs.getString("segment"));

    private final NamedParameterJdbcTemplate jdbc;

    public CustomerRepository(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Customer> findById(long id) {
        return jdbc.query(SELECT + " AND c.id = :id", Map.of("id", id), MAPPER).stream().findFirst();
    }

    public List<Customer> findBySegment(String segment) {
        return jdbc.query(SELECT + " AND c.segment = :segment ORDER BY c.name", Map.of("segment", segment), MAPPER);
    }

    public List<Customer> search(CustomerSearch criteria) {
        StringBuilder sql = new StringBuilder(SELECT);
        if (StringUtils.hasText(criteria.name())) {
            sql.append(" AND lower(c.name) LIKE '%").append(criteria.name().toLowerCase(Locale.ROOT)).append("%'");
        }
        if (StringUtils.hasText(criteria.city())) {
            sql.append(" AND c.city = '").append(criteria.city()).append('\'');
        }
        sql.append(" ORDER BY c.name FETCH FIRST 200 ROWS ONLY");
        return jdbc.query(sql.toString(), MAPPER);
    }
}
