-- Nobody declared who should own this.
CREATE TABLE public.report (year int PRIMARY KEY, filed date);
