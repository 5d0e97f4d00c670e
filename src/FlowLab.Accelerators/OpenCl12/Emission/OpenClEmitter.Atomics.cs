using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>
/// Atomic operations: those of OpenCL where it has them, loops of compare-exchange for the others, plain ones on local memory, which a
/// thread has for itself.
/// </summary>
internal sealed partial class OpenClEmitter
{
    private static readonly Dictionary<AtomicOperation, string> AtomicNames = new()
    {
        [AtomicOperation.Add] = "add", [AtomicOperation.And] = "and", [AtomicOperation.Or] = "or", [AtomicOperation.Xor] = "xor",
        [AtomicOperation.Min] = "min", [AtomicOperation.MinU] = "min", [AtomicOperation.Max] = "max", [AtomicOperation.MaxU] = "max",
        [AtomicOperation.Exchange] = "xchg", [AtomicOperation.CompareExchange] = "cmpxchg",
    };

    private void EmitAtomic(IRValue value)
    {
        var address = value.Operands[0];
        if (_pointers.SpaceOf(address) == AddressSpace.Private)
        {
            EmitPlainAtomic(value);
            return;
        }

        var space = OpenClTypes.Qualifier(_pointers.SpaceOf(address));
        var arguments = value.Operands.Skip(1).Select(_names.Of);
        if (IsNative(value))
        {
            var isUnsigned = value.Atomic is AtomicOperation.MinU or AtomicOperation.MaxU;
            var type = isUnsigned ? OpenClTypes.UnsignedOf(value.Type) : OpenClTypes.NameOf(value.Type);
            var operands = string.Join(", ", arguments.Select(argument => isUnsigned ? $"({type}){argument}" : argument));
            Assign(value, $"({OpenClTypes.NameOf(value.Type)}){AtomicPrefix(value.Type)}{AtomicNames[value.Atomic]}((volatile {space} {type}*){Address(address)}, {operands})");
        }
        else
        {
            var function = Loop(value, space);
            Assign(value, $"{function}((volatile {space} {IntegerOf(value.Type)}*){Address(address)}, {string.Join(", ", arguments)})");
        }
    }

    /// <summary>Functions of the 64-bit extensions are called atom_, those of 32 bits atomic_.</summary>
    private static string AtomicPrefix(IRType type) => type.SizeInBytes == 8 ? "atom_" : "atomic_";

    private static string IntegerOf(IRType type) => type.SizeInBytes == 8 ? "long" : "int";

    private bool IsNative(IRValue value) => !value.Type.IsFloat && (value.Type == IRType.Int32 || _target.HasExtendedLongAtomics
        || value.Atomic is AtomicOperation.Add or AtomicOperation.Exchange or AtomicOperation.CompareExchange);

    /// <summary>A function that tries until nobody came in between; compares the bits, of which a NaN has some too.</summary>
    private string Loop(IRValue value, string space)
    {
        var (type, integer) = (OpenClTypes.NameOf(value.Type), IntegerOf(value.Type));
        var name = $"atomic_{value.Atomic.ToString().ToLowerInvariant()}_{type}{space}";
        if (value.Atomic is AtomicOperation.Exchange or AtomicOperation.CompareExchange)
            return _helpers.Use(name, () => OfBits(name, value, space));
        var next = Combined(value, "old", "x");
        return _helpers.Use(name, () => $$"""
            static {{type}} {{name}}(volatile {{space}} {{integer}}* at, {{type}} x)
            {
                {{integer}} seen = *at;
                for (;;)
                {
                    {{type}} old = as_{{type}}(seen);
                    {{integer}} found = {{AtomicPrefix(value.Type)}}cmpxchg(at, seen, as_{{integer}}({{next}}));
                    if (found == seen)
                        return old;
                    seen = found;
                }
            }
            """);
    }

    /// <summary>Exchanges of floats are those of the integers of their bits.</summary>
    private static string OfBits(string name, IRValue value, string space)
    {
        var (type, integer) = (OpenClTypes.NameOf(value.Type), IntegerOf(value.Type));
        var isCompared = value.Atomic == AtomicOperation.CompareExchange;
        return $$"""
            static {{type}} {{name}}(volatile {{space}} {{integer}}* at, {{(isCompared ? $"{type} expected, " : "")}}{{type}} x)
            {
                return as_{{type}}({{AtomicPrefix(value.Type)}}{{AtomicNames[value.Atomic]}}(at, {{(isCompared ? $"as_{integer}(expected), " : "")}}as_{{integer}}(x)));
            }
            """;
    }

    private void EmitPlainAtomic(IRValue value)
    {
        var place = $"*{Typed(value.Type, value.Operands[0])}";
        var name = _names.Of(value);
        Assign(value, place);
        if (value.Atomic == AtomicOperation.CompareExchange)
        {
            var integer = IntegerOf(value.Type);
            _text.Line($"if (as_{integer}({name}) == as_{integer}({Right(value)})) {place} = {_names.Of(value.Operands[2])};");
        }
        else
        {
            _text.Line($"{place} = {Combined(value, name, Right(value))};");
        }
    }

    /// <summary>What an operation makes of the old value and the operand.</summary>
    private string Combined(IRValue value, string old, string operand)
    {
        var (type, isFloat) = (OpenClTypes.NameOf(value.Type), value.Type.IsFloat);
        var (unsignedOld, unsignedOperand) = (Unsigned(value, old), Unsigned(value, operand));
        return value.Atomic switch
        {
            AtomicOperation.Add => isFloat ? $"{old} + {operand}" : $"({type})({unsignedOld} + {unsignedOperand})",
            AtomicOperation.And => $"{old} & {operand}",
            AtomicOperation.Or => $"{old} | {operand}",
            AtomicOperation.Xor => $"{old} ^ {operand}",
            AtomicOperation.Min when isFloat => $"{_helpers.Use($"min_{type}")}({old}, {operand})",
            AtomicOperation.Max when isFloat => $"{_helpers.Use($"max_{type}")}({old}, {operand})",
            AtomicOperation.Min => $"{old} < {operand} ? {old} : {operand}",
            AtomicOperation.Max => $"{old} > {operand} ? {old} : {operand}",
            AtomicOperation.MinU => $"{unsignedOld} < {unsignedOperand} ? {old} : {operand}",
            AtomicOperation.MaxU => $"{unsignedOld} > {unsignedOperand} ? {old} : {operand}",
            _ => operand,
        };
    }
}
