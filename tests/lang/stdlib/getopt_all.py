import getopt
import os

os.environ.pop("POSIXLY_CORRECT", None)
short = ["", "a", "ab:c", "x:y:z", "ha:", "+ab:", ":a"]
long = [[], ["help", "output="], "verbose", ["foo", "foobar", "food="], ("alpha=", "alphabet", "al")]
lines = ["", "-a", "-ab", "-b", "-bvalue", "-b value x", "-c -b v rest -a", "--help", "--hel", "--output=f x", "--output f x", "--output", "--help=no", "--foo", "--foob", "--food", "--food=1", "--fo",
         "--verb a -b c", "- a", "-- -a x", "x -a -- -c", "-a x -c y --help z", "--alph=3", "--alpha 3", "--alphab", "--al", "-:", "--", "-ca", "-xyz -y", "--=x", "--nope", "-q"]
for s in short:
    for names in long:
        for line in lines:
            for function in (getopt.getopt, getopt.gnu_getopt):
                try:
                    print(function(line.split(), s, names), end=" ")
                except getopt.GetoptError as e:
                    print(type(e) is getopt.error, str(e), repr(e.opt), e.args, end=" ")
        print()
os.environ["POSIXLY_CORRECT"] = "1"
print(getopt.gnu_getopt(["x", "-a"], "a"), getopt.gnu_getopt(["-a", "x", "-a"], "a"))
try:
    raise getopt.GetoptError("only a message")
except getopt.GetoptError as e:
    print(e.msg, repr(e.opt), repr(e))
