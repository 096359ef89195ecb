#!/usr/bin/env python3
"""Make a synthetic file in the layout of the Dutch police open-data table 47022NED
(registered crimes; crime type x neighbourhood x month), for tests and timing.

It is NOT real data.  Layout facts copied (names, padding, code forms):
  columns  ID ; SoortMisdrijf ; WijkenEnBuurten ; Perioden ; GeregistreerdeMisdrijven_1
  crime type codes padded with blanks to 6 characters ("1.1.1 ", "2.6.10")
  region codes padded with blanks to 10 characters ("NL00      ", "GM0513    ", "WK051301  ", "BU05130101")
  periods  2016MM01 .. and, mixed in between, the roll-up 2016JJ00
  the total "0.0.0 " stands beside the parts; NL/GM/WK rows stand beside the BU rows they add up
  a missing value is not a zero (empty in style typed, blanks and a dot in style untyped)
Style portal is the download of data.politie.nl instead:
  UTF-8 BOM, columns "Soort misdrijf";"Perioden";"Wijken en buurten";"Geregistreerde misdrijven (aantal)", titles instead of keys,
  "2022 december", no year rows, and EMPTY only for whole crime types (1.4.1, 3.2.1, 3.2.2, 3.7.3), never for small counts.
  (The real file has place names, here the region code stands in their place; the real file is ordered type, region, period,
  here type, period, region: a reader may rely on neither order.)

Usage: make_cbs_like.py [--out FILE] [--gemeenten 8] [--buurten 88] [--years 10] [--first 2016]
                        [--seed 1] [--style typed|untyped] [--missing 0.004] [--no-year-rows]
FILE defaults to out/cbs_like.csv beside this script (the folder is made; keep it out of version control).
Defaults give 5,831,280 rows (249.9 MB).  A second file FILE.denoms.csv holds, per BU code,
the number of establishments (vestigingen), hectares and residents; FILE.truth.json the totals.
Same seed + same numpy major version -> same bytes.
"""
import argparse, json, os, sys
import numpy as np
HERE = os.path.dirname(os.path.abspath(__file__))

CODES = """0.0.0 1.1.1 1.1.2 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.6 1.4.7
1.5.2 1.6.1 1.6.2 1.6.3 2.1.1 2.2.1 2.4.1 2.4.2 2.5.1 2.5.2 2.6.1 2.6.2 2.6.3 2.6.4 2.6.5 2.6.7 2.6.8 2.6.9
2.6.10 2.6.11 2.6.12 2.6.13 2.6.14 2.7.2 2.7.3 3.1.1 3.1.2 3.1.3 3.2.1 3.2.2 3.3.2 3.3.5 3.4.2 3.5.2 3.5.5
3.6.4 3.7.1 3.9.1 3.9.2 3.9.3""".split()
# rough yearly national volumes per 1,000 residents -> relative weights (made up, only the order is realistic)
W = {'1.1.1':2.0,'1.1.2':.6,'1.2.1':3.0,'1.2.2':.5,'1.2.3':5.0,'1.2.4':.8,'1.2.5':.5,'1.3.1':.6,'1.4.1':.5,'1.4.2':.02,
     '1.4.3':.3,'1.4.4':1.3,'1.4.5':2.2,'1.4.6':.2,'1.4.7':.05,'1.5.2':.1,'1.6.1':.2,'1.6.2':3.5,'2.1.1':.3,'2.2.1':4.2,
     '2.4.1':.1,'2.4.2':.3,'2.5.1':.9,'2.5.2':2.4,'2.7.2':.4,'2.7.3':.2,'3.1.1':.8,'3.5.2':1.7,'3.5.5':.2,'3.7.1':.2,
     '3.9.1':.3,'3.9.2':2.2,'3.9.3':.9}

TITLE = {'0.0.0': 'Totaal misdrijven', '1.1.1': 'Diefstal/inbraak woning', '1.4.1': 'Zedenmisdrijf', '1.4.5': 'Mishandeling', '1.4.6': 'Straatroof', '1.4.7': 'Overval', '1.2.1': 'Diefstal uit/vanaf motorvoertuigen', '1.2.3': 'Diefstal van brom-, snor-, fietsen', '2.2.1': 'Vernieling cq. zaakbeschadiging', '2.5.1': 'Diefstal/inbraak bedrijven enz.', '2.5.2': 'Winkeldiefstal', '3.2.1': 'Kinderporno', '3.2.2': 'Kinderprostitutie', '3.7.3': 'Maatsch. integriteit (overig)'}
MND = 'januari februari maart april mei juni juli augustus september oktober november december'.split()
def main(argv=None):
    ap = argparse.ArgumentParser()
    ap.add_argument('--out', default=os.path.join(HERE, 'out', 'cbs_like.csv'))
    ap.add_argument('--gemeenten', type=int, default=8)
    ap.add_argument('--buurten', type=int, default=88, help='per gemeente, a multiple of 8')
    ap.add_argument('--years', type=int, default=10)
    ap.add_argument('--first', type=int, default=2016)
    ap.add_argument('--seed', type=int, default=1)
    ap.add_argument('--style', choices=['typed', 'untyped', 'portal'], default='typed')
    ap.add_argument('--missing', type=float, default=0.004)
    ap.add_argument('--no-year-rows', action='store_true')
    a = ap.parse_args(argv)
    os.makedirs(os.path.dirname(os.path.abspath(a.out)), exist_ok=True)
    rng = np.random.default_rng(a.seed)
    nG, nB = a.gemeenten, a.buurten
    gm = [f'{500 + 13*i + 1:04d}' for i in range(nG)]
    bu, bu_wk, bu_gm = [], [], []
    for gi, g in enumerate(gm):
        for b in range(nB):
            wk = b // 8
            bu.append(f'BU{g}{wk:02d}{b % 8:02d}'); bu_wk.append(f'WK{g}{wk:02d}'); bu_gm.append(f'GM{g}')
    NB = len(bu)
    wks = sorted(set(bu_wk)); gms = sorted(set(bu_gm))
    T = a.years * 12
    # areas: gamma-distributed risk; one in eight is a shopping/business area with few residents, many firms
    biz = (np.arange(NB) % 8) == 5
    resid = np.where(biz, rng.integers(5, 400, NB), rng.integers(300, 6000, NB))
    estab = np.where(biz, rng.integers(40, 600, NB), np.maximum(3, (resid * rng.uniform(.03, .12, NB)).astype(int)))
    hect = rng.uniform(8, 160, NB).round(1)
    base = (resid / 1000. + np.where(biz, estab / 25., estab / 250.)) * rng.gamma(4, 1 / 4., NB) / 12.
    month = np.arange(T)
    season = 1 + .12 * np.cos(2 * np.pi * (month % 12) / 12)
    trend = np.exp(-.03 * month / 12)
    parts = CODES[1:]
    cube = np.zeros((len(CODES), NB, T), dtype=np.int64)
    for k, c in enumerate(parts, start=1):
        w = W.get(c, .004)
        boost = np.where(biz, 8., 1.) if c in ('2.5.1', '2.5.2') else np.where(biz & (c == '1.1.1'), .05, 1.)
        mu = w * base[:, None] * boost[:, None] * season[None] * trend[None]
        lam = mu * rng.gamma(5, 1 / 5., (NB, T))          # overdispersed: negative binomial, size 5
        cube[k] = rng.poisson(lam)
    cube[0] = cube[1:].sum(0)
    # roll-ups over space
    def up(labels, names):
        ix = {n: i for i, n in enumerate(names)}; m = np.array([ix[x] for x in labels])
        out = np.zeros((len(CODES), len(names), T), dtype=np.int64)
        for i in range(len(names)): out[:, i] = cube[:, m == i].sum(1)
        return out
    regions = ['NL00      '] + [g.ljust(10) for g in gms] + [w.ljust(10) for w in wks] + bu
    full = np.concatenate([cube.sum(1, keepdims=True), up(bu_gm, gms), up(bu_wk, wks), cube], axis=1)
    per = [f'{a.first + m // 12}MM{m % 12 + 1:02d}' for m in range(T)]
    # missing cells only among single BU rows of real types
    first_bu = 1 + len(gms) + len(wks)
    miss = np.zeros(full.shape, dtype=bool)
    miss[1:, first_bu:] = rng.random((len(CODES) - 1, NB, T)) < a.missing
    if a.style == 'portal':
        n = 0
        with open(a.out, 'w', encoding='utf-8-sig', newline='') as f:
            f.write('"Soort misdrijf";"Perioden";"Wijken en buurten";"Geregistreerde misdrijven (aantal)"\n')
            for k, c in enumerate(CODES):
                t = TITLE.get(c, 'Misdrijf'); t = t if c == '0.0.0' else f'{c} {t}'; empty = c in ('1.4.1', '3.2.1', '3.2.2', '3.7.3')
                for m in range(T):
                    for r, reg in enumerate(regions):
                        f.write(f'"{t}";"{a.first + m // 12} {MND[m % 12]}";"{reg.strip()}";{"" if empty else full[k, r, m]}\n'); n += 1
        print(json.dumps(dict(rows=n, style='portal'))); return
    n = 0
    tot = dict(sum_bu_parts_published=0, rows=0, missing=int(miss.sum()), areas=len(regions), buurten=NB, types=len(CODES))
    with open(a.out, 'w', encoding='utf-8', newline='') as f:
        f.write('"ID";"SoortMisdrijf";"WijkenEnBuurten";"Perioden";"GeregistreerdeMisdrijven_1"\n')
        for k, c in enumerate(CODES):
            code = c.ljust(6)
            for r, reg in enumerate(regions):
                row = full[k, r]; ms = miss[k, r]
                buf = []
                for y in range(a.years):
                    if not a.no_year_rows:
                        v = int(row[12 * y:12 * y + 12].sum())
                        buf.append(f'{n};"{code}";"{reg}";"{a.first + y}JJ00";' + (str(v) if a.style == 'typed' else f'"{v:8d}"') + '\n'); n += 1
                    for m in range(12 * y, 12 * y + 12):
                        if ms[m]: v = '' if a.style == 'typed' else '"       ."'
                        else:
                            v = str(row[m]) if a.style == 'typed' else f'"{row[m]:8d}"'
                        buf.append(f'{n};"{code}";"{reg}";"{per[m]}";{v}\n'); n += 1
                f.write(''.join(buf))
                if k and r >= first_bu: tot['sum_bu_parts_published'] += int(row[~ms].sum())
    tot['rows'] = n
    with open(a.out + '.denoms.csv', 'w') as f:
        f.write('"WijkenEnBuurten";"Vestigingen";"Hectare";"Inwoners"\n')
        for i, b in enumerate(bu): f.write(f'"{b}";{estab[i]};{hect[i]};{resid[i]}\n')
    with open(a.out + '.truth.json', 'w') as f: json.dump(tot, f)
    print(json.dumps(tot))

if __name__ == '__main__':
    main()
