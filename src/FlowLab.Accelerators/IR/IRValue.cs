using System.Reflection;

namespace FlowLab.Accelerators.IR;

/// <summary>One value in SSA form: assigned once, of a scalar type. Which of the properties below mean something, the opcode says.</summary>
internal class IRValue
{
    private IRValue[] _operands;
    private int _count;

    internal IRValue(IROpcode opcode, IRType type, params ReadOnlySpan<IRValue> operands)
    {
        Opcode = opcode;
        Type = type;
        _operands = operands.ToArray();
        _count = operands.Length;
    }

    /// <summary>Dense within a kernel after <see cref="IRKernel.Renumber"/>, in the order of the dump.</summary>
    internal int Id { get; set; } = -1;

    internal IROpcode Opcode { get; }

    /// <summary>The type of the result; <see cref="IRType.Void"/> for a store.</summary>
    internal IRType Type { get; }

    internal IROperands Operands => new(_operands, _count);

    /// <summary>The block of the value; null for constants, parameters and allocations.</summary>
    internal IRBlock? Block { get; set; }

    /// <summary>What stands for this value since a pass took it out of the kernel, see <see cref="IRReplacements"/>.</summary>
    internal IRValue? Replacement { get; set; }

    internal IRLocation? Location { get; init; }

    /// <summary>Const: the value, sign-extended to 64 bits; of floats the bits (of Float32 in the low half); of Bool 0 or 1.</summary>
    internal long Bits { get; init; }

    /// <summary>Parameter: the entry in <see cref="IRKernel.Parameters"/>.</summary>
    internal IRParameter? Parameter { get; init; }

    /// <summary>Element: bytes per step of the index.</summary>
    internal int ElementSize { get; init; }

    /// <summary>Element: bytes that are added to the address.</summary>
    internal long ByteOffset { get; init; }

    /// <summary>Load, Store: the address is a multiple of this many bytes.</summary>
    internal int Alignment { get; init; }

    /// <summary>Math: the function.</summary>
    internal MathFunction Function { get; init; }

    /// <summary>Math: the static C# method that defines the result, such as PortableMath.Exp(float) or MathF.Exp(float).</summary>
    internal MethodInfo? Method { get; init; }

    /// <summary>Allocation: the memory that the value is the address of.</summary>
    internal IRAllocation? Allocation { get; init; }

    /// <summary>Atomic: what is done to the memory.</summary>
    internal AtomicOperation Atomic { get; init; }

    /// <summary>Shuffle: which lane the selector means.</summary>
    internal ShuffleKind Shuffle { get; init; }

    /// <summary>Barrier, Fence: the threads that it is about.</summary>
    internal IRScope Scope { get; init; }

    /// <summary>Check: the view, as its C# argument is called.</summary>
    internal string? ViewName { get; init; }

    internal bool IsConst => Opcode == IROpcode.Const;

    /// <summary>Const Float32.</summary>
    internal float AsFloat => BitConverter.Int32BitsToSingle((int)Bits);

    /// <summary>Const Float64.</summary>
    internal double AsDouble => BitConverter.Int64BitsToDouble(Bits);

    /// <summary>The type that a comparison compares, a conversion converts from, a store stores.</summary>
    internal IRType OperandType => _operands[_count - 1].Type;

    /// <summary>The value depends on its operands only and could be computed anywhere: no memory, no phi, no division that may fault.</summary>
    internal bool IsSpeculatable => Opcode switch
    {
        _ when !IsPure => false,
        _ when Opcode.IsDivision && !Type.IsFloat => _operands[1] is { IsConst: true, Bits: not (0 or -1) },
        _ => true,
    };

    /// <summary>Two evaluations with the same operands give the same value: no memory, no other threads, no phi.</summary>
    internal bool IsPure => Opcode is not (IROpcode.Phi or IROpcode.Load or IROpcode.Shuffle) && !Opcode.HasEffect;

    internal bool IsConstBits(long bits) => IsConst && Bits == bits;

    /// <summary>Takes what stands for operands that a pass took out of the kernel.</summary>
    internal void ReplaceOperands()
    {
        for (var i = 0; i < _count; i++)
            _operands[i] = IRReplacements.Resolve(_operands[i]);
    }

    internal void SetOperand(int index, IRValue value) => _operands[index] = value;

    /// <summary>Phi: the operand of a new predecessor.</summary>
    internal void AddOperand(IRValue value)
    {
        if (_count == _operands.Length)
            Array.Resize(ref _operands, Math.Max(2, 2 * _count));
        _operands[_count++] = value;
    }

    /// <summary>Phi: forgets the operand of a predecessor that is no more.</summary>
    internal void RemoveOperandAt(int index) => Array.Copy(_operands, index + 1, _operands, index, --_count - index);

    /// <summary>The same operation on other operands.</summary>
    internal IRValue With(params ReadOnlySpan<IRValue> operands) => new(Opcode, Type, operands)
    {
        Location = Location,
        ElementSize = ElementSize,
        ByteOffset = ByteOffset,
        Alignment = Alignment,
        Function = Function,
        Method = Method,
        Atomic = Atomic,
        Shuffle = Shuffle,
        Scope = Scope,
        ViewName = ViewName,
    };

    public override string ToString() => IRDump.Describe(this);
}
