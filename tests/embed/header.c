#include <typhon.h>
