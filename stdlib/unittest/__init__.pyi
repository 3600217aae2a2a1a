from .async_case import IsolatedAsyncioTestCase as IsolatedAsyncioTestCase
from .case import (
    FunctionTestCase as FunctionTestCase, SkipTest as SkipTest, TestCase as TestCase, addModuleCleanup as addModuleCleanup,
    doModuleCleanups as doModuleCleanups, enterModuleContext as enterModuleContext, expectedFailure as expectedFailure, skip as skip,
    skipIf as skipIf, skipUnless as skipUnless
)
from .loader import (
    TestLoader as TestLoader, defaultTestLoader as defaultTestLoader, findTestCases as findTestCases, getTestCaseNames as getTestCaseNames,
    makeSuite as makeSuite
)
from .main import TestProgram as TestProgram, main as main
from .result import TestResult as TestResult
from .runner import TextTestResult as TextTestResult, TextTestRunner as TextTestRunner
from .signals import installHandler as installHandler, registerResult as registerResult, removeHandler as removeHandler, removeResult as removeResult
from .suite import BaseTestSuite as BaseTestSuite, TestSuite as TestSuite

__all__: list[str]
