using System.Diagnostics.CodeAnalysis;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>What some opcodes have.</summary>
internal sealed class OpcodeTable<T>
    where T : class
{
    private readonly T?[] _entries = new T?[(int)IROpcode.Check + 1];

    internal T this[IROpcode opcode]
    {
        get => _entries[(int)opcode] ?? throw new ArgumentException($"{opcode} is not in the table.", nameof(opcode));
        set => _entries[(int)opcode] = value;
    }

    internal bool TryGetValue(IROpcode opcode, [NotNullWhen(true)] out T? entry) => (entry = _entries[(int)opcode]) is not null;
}
