"""The logger of what asyncio has to say (library reference, "Developing with asyncio")."""
import logging

logger = logging.getLogger("asyncio")
