"""Shared statistics step: exact Poisson limits and exact conditional rate ratio, vectorised (scipy)."""
import os
import numpy as np
from scipy.special import gammaincinv, betaincinv, betainc
A = 0.05
OUT = os.environ.get('BENCH_OUT', os.path.join(os.path.dirname(os.path.abspath(__file__)), 'out'))
def outfile(tool):
    os.makedirs(OUT, exist_ok=True); return os.path.join(OUT, f'out_{tool}.csv')
def garwood(k):
    k = np.asarray(k, float)
    lo = np.where(k > 0, gammaincinv(np.maximum(k, 1e-300), A / 2), 0.0)
    hi = gammaincinv(k + 1, 1 - A / 2)
    return lo, hi
def rr_exact(x1, e1, x2, e2):
    """central exact limits for (x1/e1)/(x2/e2); p = min(1, 2*min tail) at ratio 1"""
    x1 = np.asarray(x1, float); x2 = np.asarray(x2, float)
    with np.errstate(all='ignore'):
        pl = np.where(x1 > 0, betaincinv(np.maximum(x1, 1e-300), x2 + 1, A / 2), 0.0)
        pu = np.where(x2 > 0, betaincinv(x1 + 1, np.maximum(x2, 1e-300), 1 - A / 2), 1.0)
        f = e2 / e1
        rr = (x1 / e1) / (x2 / e2)
        lo = pl / (1 - pl) * f; hi = np.where(pu < 1, pu / (1 - pu) * f, np.inf)
        p0 = e1 / (e1 + e2)
        up = np.where(x1 > 0, betainc(np.maximum(x1, 1e-300), x2 + 1, p0), 1.0)      # P(X>=x1)
        dn = np.where(x2 > 0, 1 - betainc(x1 + 1, np.maximum(x2, 1e-300), p0), 1.0)  # P(X<=x1)
        p = np.minimum(1, 2 * np.minimum(up, dn))
    return rr, lo, hi, p
