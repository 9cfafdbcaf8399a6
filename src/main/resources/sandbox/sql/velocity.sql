-- The tables of Velocity's resources as its operator made them, and what psql did to them since.
SET SESSION AUTHORIZATION velocity_operator;
CREATE SCHEMA acme_supply_chain_procurement;
CREATE TABLE acme_supply_chain_procurement.purchase_order_v1 (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_by text DEFAULT current_setting('app.current_user', true),
    updated_by text DEFAULT current_setting('app.current_user', true),
    archived_at timestamptz,
    archive_ref text,
    supplier_code text NOT NULL,
    amount numeric(19,4) NOT NULL,
    status text NOT NULL,
    region text NOT NULL,
    approval_date timestamptz,
    CONSTRAINT chk_purchase_order_v1_status_enum CHECK (status IN ('draft', 'submitted', 'approved', 'rejected')),
    CONSTRAINT chk_amount_positive CHECK (amount > 0),
    CONSTRAINT purchase_order_v1_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_purchase_order_v1_active ON acme_supply_chain_procurement.purchase_order_v1 (deleted_at) WHERE deleted_at IS NULL;
CREATE FUNCTION acme_supply_chain_procurement.purchase_order_v1_touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated_at := now(); RETURN NEW; END $$;
CREATE TRIGGER trg_purchase_order_v1_touch BEFORE UPDATE ON acme_supply_chain_procurement.purchase_order_v1 FOR EACH ROW EXECUTE FUNCTION acme_supply_chain_procurement.purchase_order_v1_touch();
ALTER TABLE acme_supply_chain_procurement.purchase_order_v1 ENABLE ROW LEVEL SECURITY;
CREATE POLICY pol_purchase_order_v1_unrestricted ON acme_supply_chain_procurement.purchase_order_v1 USING (current_setting('app.scoped_roles', true) = '*');
CREATE INDEX idx_purchase_order_v1_supplier_code ON acme_supply_chain_procurement.purchase_order_v1 (supplier_code);
CREATE INDEX idx_purchase_order_v1_status ON acme_supply_chain_procurement.purchase_order_v1 (status);
CREATE INDEX idx_po_created_at ON acme_supply_chain_procurement.purchase_order_v1 (created_at);
CREATE POLICY region_isolation ON acme_supply_chain_procurement.purchase_order_v1 USING (region = current_setting('app.current_region', true));
CREATE POLICY pol_purchase_order_v1_role_buyer_5b1c9e02 ON acme_supply_chain_procurement.purchase_order_v1 USING (region = 'emea');
INSERT INTO acme_supply_chain_procurement.purchase_order_v1 (supplier_code, amount, status, region, approval_date)
SELECT 'S-' || lpad((n % 40)::text, 4, '0'), 10 + n, (ARRAY['draft', 'submitted', 'approved', 'rejected'])[1 + n % 4], (ARRAY['emea', 'apac'])[1 + n % 2], now() - n * interval '1 hour'
FROM generate_series(1, 400) AS n;

CREATE TABLE acme_supply_chain_procurement.supplier_invoice_v1 (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_by text DEFAULT current_setting('app.current_user', true),
    updated_by text DEFAULT current_setting('app.current_user', true),
    archived_at timestamptz,
    archive_ref text,
    invoice_number varchar(40) NOT NULL,
    total numeric(19,4) NOT NULL,
    CONSTRAINT supplier_invoice_v1_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_supplier_invoice_v1_active ON acme_supply_chain_procurement.supplier_invoice_v1 (deleted_at) WHERE deleted_at IS NULL;
CREATE FUNCTION acme_supply_chain_procurement.supplier_invoice_v1_touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated_at := now(); RETURN NEW; END $$;
CREATE TRIGGER trg_supplier_invoice_v1_touch BEFORE UPDATE ON acme_supply_chain_procurement.supplier_invoice_v1 FOR EACH ROW EXECUTE FUNCTION acme_supply_chain_procurement.supplier_invoice_v1_touch();
ALTER TABLE acme_supply_chain_procurement.supplier_invoice_v1 ENABLE ROW LEVEL SECURITY;
CREATE POLICY pol_supplier_invoice_v1_unrestricted ON acme_supply_chain_procurement.supplier_invoice_v1 USING (current_setting('app.scoped_roles', true) = '*');
CREATE UNIQUE INDEX idx_supplier_invoice_v1_invoice_number_active ON acme_supply_chain_procurement.supplier_invoice_v1 (invoice_number) WHERE deleted_at IS NULL;
INSERT INTO acme_supply_chain_procurement.supplier_invoice_v1 (invoice_number, total) SELECT 'I-' || n, n - 3 FROM generate_series(1, 200) AS n;

CREATE TABLE acme_supply_chain_procurement.goods_receipt_v1 (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_by text DEFAULT current_setting('app.current_user', true),
    updated_by text DEFAULT current_setting('app.current_user', true),
    archived_at timestamptz,
    archive_ref text,
    delivered_on date NOT NULL,
    quantity bigint NOT NULL,
    inspection jsonb,
    CONSTRAINT goods_receipt_v1_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_goods_receipt_v1_active ON acme_supply_chain_procurement.goods_receipt_v1 (deleted_at) WHERE deleted_at IS NULL;
CREATE FUNCTION acme_supply_chain_procurement.goods_receipt_v1_touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated_at := now(); RETURN NEW; END $$;
CREATE TRIGGER trg_goods_receipt_v1_touch BEFORE UPDATE ON acme_supply_chain_procurement.goods_receipt_v1 FOR EACH ROW EXECUTE FUNCTION acme_supply_chain_procurement.goods_receipt_v1_touch();
ALTER TABLE acme_supply_chain_procurement.goods_receipt_v1 ENABLE ROW LEVEL SECURITY;
CREATE POLICY pol_goods_receipt_v1_unrestricted ON acme_supply_chain_procurement.goods_receipt_v1 USING (current_setting('app.scoped_roles', true) = '*');
CREATE INDEX idx_goods_receipt_v1_delivered_on ON acme_supply_chain_procurement.goods_receipt_v1 (delivered_on);
CREATE INDEX idx_goods_receipt_v1_inspection_gin ON acme_supply_chain_procurement.goods_receipt_v1 USING gin (inspection);
INSERT INTO acme_supply_chain_procurement.goods_receipt_v1 (delivered_on, quantity) SELECT current_date - n, n FROM generate_series(1, 100) AS n;

-- Nobody claims this one any more: its version was taken out of the cluster.
CREATE TABLE acme_supply_chain_procurement.purchase_order_v0 (id uuid PRIMARY KEY, supplier_code text);
INSERT INTO acme_supply_chain_procurement.purchase_order_v0 SELECT gen_random_uuid(), 'S-' || n FROM generate_series(1, 25) AS n;
-- The incident.
DROP INDEX acme_supply_chain_procurement.idx_purchase_order_v1_supplier_code;
ALTER TABLE acme_supply_chain_procurement.purchase_order_v1 DROP COLUMN approval_date;
ALTER TABLE acme_supply_chain_procurement.purchase_order_v1 DROP CONSTRAINT chk_amount_positive;
DROP POLICY region_isolation ON acme_supply_chain_procurement.purchase_order_v1;
ALTER TABLE acme_supply_chain_procurement.purchase_order_v1 DISABLE ROW LEVEL SECURITY;
ALTER TABLE acme_supply_chain_procurement.goods_receipt_v1 ADD COLUMN note text;
CREATE INDEX goods_receipt_by_quantity ON acme_supply_chain_procurement.goods_receipt_v1 (quantity);
RESET SESSION AUTHORIZATION;
UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'acme_supply_chain_procurement.idx_supplier_invoice_v1_invoice_number_active'::regclass;
