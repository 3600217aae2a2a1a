import configparser
c = configparser.ConfigParser()
c.read_string('[a]\n' + '\n'.join('k%d=%%(k%d)s%%(k%d)s' % (i, i + 1, i + 1) for i in range(30)) + '\nk30=x')
try: c['a']['k0']
except configparser.Error: pass
c = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
c.read_string('[a]\n' + '\n'.join('k%d=${k%d}${k%d}' % (i, i + 1, i + 1) for i in range(30)) + '\nk30=x')
c['a']['k0']
