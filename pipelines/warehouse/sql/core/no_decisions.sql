-- One row per decision of the register: emptied before the register is projected again.
delete from core.decisions;
