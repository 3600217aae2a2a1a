# @deprecated.
from support.dep_lib import Ham  # E
import support.dep_lib as library
library.norwegian_blue(1)  # E
map(library.norwegian_blue, [1, 2, 3])  # E
library.foo(1)  # E
library.foo("x")
ham = Ham()
spam = library.Spam()
_ = spam + 1  # E
spam += 1  # E
spam2 = library.Spam()
spam2.greasy  # E
spam2.shape = "cube"  # E
spam2.shape
spam2()  # E
