BEGIN;

CREATE SCHEMA archive;
REVOKE ALL ON SCHEMA archive FROM PUBLIC;

CREATE INDEX audit_at ON audit (at);

CREATE FUNCTION archive.rows_before(day date)
RETURNS SETOF public.audit
LANGUAGE sql STABLE
SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT * FROM public.audit WHERE at < day AND day <= current_date - 10 ORDER BY id;
$$;

CREATE FUNCTION archive.delete_before(day date)
RETURNS bigint
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    gone bigint;
BEGIN
    IF day > current_date - 10 THEN
        RAISE EXCEPTION 'rows of the last ten days stay';
    END IF;
    DELETE FROM public.audit WHERE at < day;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END;
$$;

REVOKE ALL ON FUNCTION archive.rows_before(date), archive.delete_before(date) FROM PUBLIC;

CREATE ROLE audit_archive LOGIN CONNECTION LIMIT 2;
GRANT USAGE ON SCHEMA archive TO audit_archive;
GRANT EXECUTE ON FUNCTION archive.rows_before(date), archive.delete_before(date) TO audit_archive;

COMMIT;
