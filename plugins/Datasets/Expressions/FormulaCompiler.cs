using System.Reflection;
using System.Reflection.Emit;
using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Plugins.Datasets.Expressions;

/// <summary>
/// Compiles a formula to two kernels, in IL that accelerators read as they read that of the C# compiler. Every term is a local value, the
/// same terms of value and slopes the same local.
/// </summary>
internal sealed class FormulaCompiler
{
    private static readonly (string Name, Type Type)[] EvaluateParameters =
        [("index", typeof(Index2D)), ("state", typeof(SampleView)), ("energy", typeof(ArrayView<float>)), ("wall", typeof(Wall))];

    private static readonly (string Name, Type Type)[] GradientParameters =
    [
        ("index", typeof(Index2D)), ("state", typeof(SampleView)), ("energy", typeof(ArrayView<float>)), ("gradient", typeof(SampleView)), ("wall", typeof(Wall)),
        ("scale", typeof(float)),
    ];

    private readonly ILGenerator _code;
    private readonly Dictionary<Term, LocalBuilder> _locals = [];

    private FormulaCompiler(ILGenerator code) => _code = code;

    /// <summary>The kernels of U(z) alone, and of U(z) with its gradient.</summary>
    public static FormulaKernels Compile(Formula formula)
    {
        AssemblyBuilder assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("FlowLab.Formula"), AssemblyBuilderAccess.RunAndCollect);
        TypeBuilder home = assembly.DefineDynamicModule("FlowLab.Formula").DefineType("FormulaKernels", TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed);
        Define(home, nameof(FormulaKernels.Evaluate), EvaluateParameters).WriteValue(formula);
        Define(home, nameof(FormulaKernels.EvaluateWithGradient), GradientParameters).WriteGradient(formula);
        Type type = home.CreateType();
        return new FormulaKernels(
            type.GetMethod(nameof(FormulaKernels.Evaluate))!.CreateDelegate<Action<Index2D, SampleView, ArrayView<float>, Wall>>(),
            type.GetMethod(nameof(FormulaKernels.EvaluateWithGradient))!
                .CreateDelegate<Action<Index2D, SampleView, ArrayView<float>, SampleView, Wall, float>>());
    }

    private static FormulaCompiler Define(TypeBuilder home, string name, (string Name, Type Type)[] parameters)
    {
        MethodBuilder method = home.DefineMethod(name, MethodAttributes.Public | MethodAttributes.Static, typeof(void), [.. parameters.Select(parameter => parameter.Type)]);
        for (int i = 0; i < parameters.Length; i++)
            method.DefineParameter(i + 1, ParameterAttributes.None, parameters[i].Name);
        return new FormulaCompiler(method.GetILGenerator());
    }

    private void WriteValue(Formula formula)
    {
        StoreEnergy(Local(formula.Value), 3);
        _code.Emit(OpCodes.Ret);
    }

    private void WriteGradient(Formula formula)
    {
        // All terms first: a gradient may lie where the state lies.
        LocalBuilder value = Local(formula.Value);
        LocalBuilder[] slopes = [.. formula.Slopes.Select(Local)];
        StoreEnergy(value, 4);
        for (int d = 0; d < slopes.Length; d++)
            StoreSlope(d, slopes[d]);
        _code.Emit(OpCodes.Ret);
    }

    private void StoreEnergy(LocalBuilder value, int wall)
    {
        _code.Emit(OpCodes.Ldarg_0);
        _code.Emit(OpCodes.Ldarg_1);
        _code.Emit(OpCodes.Ldarg_2);
        _code.Emit(OpCodes.Ldloc, value);
        _code.Emit(OpCodes.Ldarg, (short)wall);
        Call(FormulaMath.StoreEnergy);
    }

    private void StoreSlope(int coordinate, LocalBuilder slope)
    {
        _code.Emit(OpCodes.Ldarg_0);
        _code.Emit(OpCodes.Ldarg_1);
        _code.Emit(OpCodes.Ldarg_3);
        _code.Emit(OpCodes.Ldc_I4, coordinate);
        _code.Emit(OpCodes.Ldloc, slope);
        _code.Emit(OpCodes.Ldarg, (short)4);
        _code.Emit(OpCodes.Ldarg, (short)5);
        Call(FormulaMath.StoreSlope);
    }

    /// <summary>The local that holds a term, computed once.</summary>
    private LocalBuilder Local(Term term)
    {
        if (_locals.TryGetValue(term, out LocalBuilder? known))
            return known;
        Write(term);
        LocalBuilder local = _code.DeclareLocal(typeof(float));
        _code.Emit(OpCodes.Stloc, local);
        return _locals[term] = local;
    }

    private void Write(Term term)
    {
        switch (term)
        {
            case Number number:
                _code.Emit(OpCodes.Ldc_R4, (float)number.Value);
                break;
            case Coordinate coordinate:
                _code.Emit(OpCodes.Ldarg_0);
                _code.Emit(OpCodes.Ldarg_1);
                _code.Emit(OpCodes.Ldc_I4, coordinate.Index);
                Call(FormulaMath.Coordinate);
                break;
            case Operation operation:
                Load(operation.Left, operation.Right);
                _code.Emit(operation.Sign switch { '+' => OpCodes.Add, '*' => OpCodes.Mul, _ => OpCodes.Div });
                break;
            case Power power:
                WritePower(power);
                break;
            case Application { Second: null } application:
                Load(application.First);
                Call(Functions.Kernel(application.Function));
                break;
            case Application application:
                Load(application.First, application.Second);
                Call(Functions.Kernel(application.Function));
                break;
        }
    }

    /// <summary>Small whole powers are products, also of negative numbers; others XMath.Pow.</summary>
    private void WritePower(Power power)
    {
        switch (power.Exponent)
        {
            case 2:
                Load(power.Base, power.Base);
                _code.Emit(OpCodes.Mul);
                break;
            case > 2 and <= 8 when power.Exponent == Math.Truncate(power.Exponent):
                Load(new Power(power.Base, power.Exponent - 1), power.Base);
                _code.Emit(OpCodes.Mul);
                break;
            case -1:
                Load(1, power.Base);
                _code.Emit(OpCodes.Div);
                break;
            default:
                Load(power.Base, power.Exponent);
                Call((Func<float, float, float>)ILGPU.Algorithms.XMath.Pow);
                break;
        }
    }

    private void Load(params ReadOnlySpan<Term> terms)
    {
        var locals = new LocalBuilder[terms.Length];
        for (int i = 0; i < terms.Length; i++)
            locals[i] = Local(terms[i]);
        foreach (LocalBuilder local in locals)
            _code.Emit(OpCodes.Ldloc, local);
    }

    private void Call(Delegate method) => _code.Emit(OpCodes.Call, method.Method);
}
