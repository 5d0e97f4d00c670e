using FlowLab.Accelerators.Launches;
using System.Reflection.Emit;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// The parameters that a lane's index is multiplied by: strides. A kernel is compiled once per case of 0, 1 and anything else for each
/// of them, since they decide between one load for all lanes, one vector and a gather.
/// </summary>
internal sealed unsafe class StrideParameters
{
    private const int LargestCount = 6;

    private readonly List<IRParameter> _parameters = [];

    /// <param name="kernel">The kernel as the frontend made it, or after passes.</param>
    internal StrideParameters(IRKernel kernel)
    {
        var lanes = new LaneIndices(kernel);
        foreach (var block in kernel.Blocks)
        {
            foreach (var value in block.Instructions)
            {
                if (_parameters.Count < LargestCount && StrideOf(value, lanes) is { } stride && !_parameters.Contains(stride))
                    _parameters.Add(stride);
            }
        }
    }

    internal int Count => _parameters.Count;

    internal IReadOnlyList<string> Names => [.. _parameters.Select(parameter => parameter.Name)];

    /// <summary>Emits the function from the arguments to the number of their case.</summary>
    internal StrideCase EmitCase(IRKernel kernel)
    {
        var method = new DynamicMethod(
            $"{kernel.Method.Name}.Case", typeof(int), [typeof(long*)], kernel.Method.Module, skipVisibility: true);
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldc_I4_0);
        foreach (var parameter in _parameters)
        {
            il.Emit(OpCodes.Ldc_I4_3);
            il.Emit(OpCodes.Mul);
            ArgumentBlock.EmitLoad(il, parameter);
            il.Emit(OpCodes.Ldc_I4_2);
            il.Emit(OpCodes.Call, typeof(Math).GetMethod(nameof(Math.Min), [typeof(uint), typeof(uint)])!);
            il.Emit(OpCodes.Add);
        }

        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<StrideCase>();
    }

    /// <summary>Puts the strides of a case into a kernel of the same method.</summary>
    internal void Apply(IRKernel kernel, int number)
    {
        var constants = new IRReplacements();
        for (var i = _parameters.Count - 1; i >= 0; i--, number /= 3)
        {
            var parameter = kernel.Parameters.FirstOrDefault(parameter => parameter.Name == _parameters[i].Name);
            if (number % 3 < 2 && parameter is not null)
                constants.Add(parameter.Value, kernel.Const(number % 3));
        }

        kernel.ReplaceUses(constants);
    }

    /// <summary>Puts a stride of 1 for each of them, the usual case.</summary>
    internal void ApplyOnes(IRKernel kernel) => Apply(kernel, _parameters.Aggregate(0, (number, _) => (3 * number) + 1));

    private static IRParameter? StrideOf(IRValue value, LaneIndices lanes)
    {
        if (value.Opcode != IROpcode.Mul || value.Type != IRType.Int32)
            return null;
        var (first, second) = (value.Operands[0], value.Operands[1]);
        if (lanes.Contains(first) == lanes.Contains(second))
            return null;
        var stride = lanes.Contains(first) ? second : first;
        return stride.Parameter is { Kind: IRParameterKind.Scalar } parameter ? parameter : null;
    }
}

/// <summary>The number of the case that the strides among the arguments are.</summary>
internal unsafe delegate int StrideCase(long* arguments);
