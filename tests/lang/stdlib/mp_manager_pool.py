# A pool in a manager: its methods, results that come later, its errors.
import multiprocessing as mp
def sq(x): return x * x
def bad(x): raise KeyError(x)
if __name__ == '__main__':
    with mp.Manager() as m:
        with m.Pool(2) as p:
            print(p.map(sq, range(5)), p.apply(sq, (7,)), p.starmap(pow, [(2, 3)]))
            r = p.apply_async(sq, (4,)); print(r.get(5), r.ready(), r.successful(), p.map_async(sq, [1, 2]).get(), p.starmap_async(divmod, [(7, 2)]).get())
            print(list(p.imap(sq, range(4))), sorted(p.imap_unordered(sq, range(4), 2)), next(p.imap(sq, [9])), type(p).__name__)
            try: p.apply(bad, ('k',))
            except KeyError as e: print('KeyError', e)
            try: p.map_async(bad, ['z']).get(timeout=5)
            except KeyError as e: print('KeyError', e)
        q = m.Pool(processes=1); q.close(); q.join()
        try: q.map(sq, [1])
        except ValueError as e: print(e)
