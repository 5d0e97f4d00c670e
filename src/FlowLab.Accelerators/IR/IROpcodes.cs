namespace FlowLab.Accelerators.IR;

/// <summary>The table of opcodes: name in dumps, number of operands, and whether a value may be computed where it was not.</summary>
internal static class IROpcodes
{
    private static readonly Dictionary<IROpcode, (string Name, int Operands)> Table = new()
    {
        [IROpcode.Const] = ("const", 0),
        [IROpcode.Parameter] = ("parameter", 0),
        [IROpcode.Phi] = ("phi", -1),
        [IROpcode.Add] = ("add", 2),
        [IROpcode.Sub] = ("sub", 2),
        [IROpcode.Mul] = ("mul", 2),
        [IROpcode.DivS] = ("div", 2),
        [IROpcode.DivU] = ("div.u", 2),
        [IROpcode.RemS] = ("rem", 2),
        [IROpcode.RemU] = ("rem.u", 2),
        [IROpcode.Neg] = ("neg", 1),
        [IROpcode.And] = ("and", 2),
        [IROpcode.Or] = ("or", 2),
        [IROpcode.Xor] = ("xor", 2),
        [IROpcode.Not] = ("not", 1),
        [IROpcode.Shl] = ("shl", 2),
        [IROpcode.ShrS] = ("shr", 2),
        [IROpcode.ShrU] = ("shr.u", 2),
        [IROpcode.CmpEq] = ("eq", 2),
        [IROpcode.CmpNe] = ("ne", 2),
        [IROpcode.CmpLtS] = ("lt", 2),
        [IROpcode.CmpLtU] = ("lt.u", 2),
        [IROpcode.CmpLeS] = ("le", 2),
        [IROpcode.CmpLeU] = ("le.u", 2),
        [IROpcode.CmpGtS] = ("gt", 2),
        [IROpcode.CmpGtU] = ("gt.u", 2),
        [IROpcode.CmpGeS] = ("ge", 2),
        [IROpcode.CmpGeU] = ("ge.u", 2),
        [IROpcode.Select] = ("select", 3),
        [IROpcode.SExt] = ("sext", 1),
        [IROpcode.ZExt] = ("zext", 1),
        [IROpcode.Trunc] = ("trunc", 1),
        [IROpcode.SToF] = ("stof", 1),
        [IROpcode.UToF] = ("utof", 1),
        [IROpcode.FToS] = ("ftos", 1),
        [IROpcode.FToU] = ("ftou", 1),
        [IROpcode.FToF] = ("ftof", 1),
        [IROpcode.BitCast] = ("bitcast", 1),
        [IROpcode.Element] = ("element", 2),
        [IROpcode.Load] = ("load", 1),
        [IROpcode.Store] = ("store", 2),
        [IROpcode.Math] = ("math", -1),
        [IROpcode.Allocation] = ("allocation", 0),
        [IROpcode.Atomic] = ("atomic", -1),
        [IROpcode.Shuffle] = ("shuffle", 3),
        [IROpcode.Barrier] = ("barrier", 0),
        [IROpcode.Fence] = ("fence", 0),
        [IROpcode.Check] = ("check", 3),
    };

    extension(IROpcode opcode)
    {
        internal string Name => Table[opcode].Name;

        /// <summary>The number of operands, or -1 where it varies.</summary>
        internal int OperandCount => Table[opcode].Operands;

        internal bool IsComparison => opcode is >= IROpcode.CmpEq and <= IROpcode.CmpGeU;

        /// <summary>Integer or float divisions and remainders.</summary>
        internal bool IsDivision => opcode is >= IROpcode.DivS and <= IROpcode.RemU;

        internal bool IsShift => opcode is >= IROpcode.Shl and <= IROpcode.ShrU;

        /// <summary>Reads or writes memory in the plain way.</summary>
        internal bool IsMemory => opcode is IROpcode.Load or IROpcode.Store;

        /// <summary>Changes memory, waits for other threads or may end the launch: stays where it is, also where nothing uses a result.</summary>
        internal bool HasEffect => opcode is IROpcode.Store or IROpcode.Atomic or IROpcode.Barrier or IROpcode.Fence or IROpcode.Check;

        /// <summary>Belongs to no block: defined everywhere.</summary>
        internal bool IsFloating => opcode is IROpcode.Const or IROpcode.Parameter or IROpcode.Allocation;

        /// <summary>Operands may change places (of floats too, but for the payload of NaN).</summary>
        internal bool IsCommutative => opcode is IROpcode.Add or IROpcode.Mul or IROpcode.And or IROpcode.Or or IROpcode.Xor
            or IROpcode.CmpEq or IROpcode.CmpNe;
    }
}
