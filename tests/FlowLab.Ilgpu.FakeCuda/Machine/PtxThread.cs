namespace ILGPU.Tests.Cuda.Machine;

/// <summary>One thread: its registers, its local memory, and where it is.</summary>
internal sealed class PtxThread
{
    private readonly ulong[] _registers;
    private readonly bool[] _isWritten;

    internal PtxThread(PtxGroup group, int number)
    {
        var size = group.Launch.GroupDim;
        var module = group.Machine.Module;
        (Group, Number) = (group, number);
        Index = new(number % size.X, number / size.X % size.Y, number / size.X / size.Y);
        Local = new(module.SizeOf("local"));
        _registers = new ulong[module.Registers.Count];
        _isWritten = new bool[module.Registers.Count];
    }

    internal PtxGroup Group { get; }

    /// <summary>The number in the group, X fastest.</summary>
    internal int Number { get; }

    internal int Lane => Number % PtxGroup.WarpSize;

    internal Index3D Index { get; }

    internal PtxArray Local { get; }

    /// <summary>The instruction that comes next.</summary>
    internal int Next { get; set; }

    internal bool IsDone { get; set; }

    /// <summary>What the thread waits to do together with others.</summary>
    internal PtxInstruction? Waiting { get; private set; }

    /// <summary>Runs until the end, until it waits, or for a number of instructions.</summary>
    internal void Run(int quantum)
    {
        var instructions = Group.Machine.Module.Instructions;
        for (var i = 0; !IsDone && Waiting is null && (quantum == 0 || i < quantum); i++)
        {
            if (Next >= instructions.Count)
                throw new PtxException("a thread runs behind the last instruction");
            Step(instructions[Next]);
        }
    }

    /// <summary>Goes on behind what it waited for.</summary>
    internal void Resume()
    {
        Waiting = null;
        Next++;
    }

    internal ulong Read(PtxOperand operand, PtxType type) => operand switch
    {
        PtxRegister register => Read(register, type),
        PtxNumber number => PtxNumbers.BitsOf(number.Text, type),
        PtxSpecial special => PtxSpecials.Read(this, special.Name),
        PtxName { Name: "WARP_SZ" } => PtxGroup.WarpSize,
        PtxName name => AddressOf(name.Name),
        _ => throw new PtxException($"{operand} has no value"),
    };

    internal void Write(PtxRegister register, PtxType type, ulong value)
    {
        var isExtended = register.Type.Bits > type.Bits && type.Kind == 's';
        var extended = isExtended ? (ulong)PtxValues.Signed(value, type.Bits) : PtxValues.Narrow(value, type.Bits);
        _registers[register.Slot] = PtxValues.Narrow(extended, register.Type.Bits);
        _isWritten[register.Slot] = true;
    }

    private ulong Read(PtxRegister register, PtxType type) => _isWritten[register.Slot]
        ? PtxValues.Narrow(_registers[register.Slot], type.Bits)
        : throw new PtxException($"{register} is read before it is written");

    private ulong AddressOf(string name) => Group.Machine.Module.Variables.TryGetValue(name, out var variable) && variable.Space != "param"
        ? (ulong)variable.Offset
        : throw new PtxException($"no variable {name}");

    private void Step(PtxInstruction instruction)
    {
        Group.Machine.CountInstruction();
        var isExecuted = instruction.Guard is not { } guard || Read(guard, guard.Type) != 0 != instruction.IsNegated;
        if (isExecuted && instruction.Operation.IsCollective)
        {
            Waiting = instruction;
            return;
        }

        Next++;
        if (!isExecuted)
            return;
        try
        {
            instruction.Operation.Execute(this, instruction);
        }
        catch (PtxException error)
        {
            throw new PtxException($"{instruction}: {error.Message}");
        }
    }
}
