using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using FlowLab.Accelerators.Tracing;

namespace FlowLab.Accelerators.Tests.Listings;

/// <summary>Emitted IL as statements; the methods really run, so that text and meaning can be compared.</summary>
public class ILTextTests
{
    private delegate int Function(int a, int b);

    [Test]
    public void Expressions_take_what_lies_on_the_stack()
    {
        var (text, run) = Emit(static (il, _) =>
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldc_I4_2);
            il.Emit(OpCodes.Mul);
            il.Emit(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Neg);
            il.Emit(OpCodes.Call, typeof(Math).GetMethod("Max", [typeof(int), typeof(int)])!);
            il.Emit(OpCodes.Ret);
        });
        Assert.That(text, Is.EqualTo("    return Math.Max(a * 2, -b);\n"));
        Assert.That(run(3, 4), Is.EqualTo(6));
    }

    [Test]
    public void A_value_that_changes_before_it_is_used_keeps_its_old_meaning()
    {
        var (text, run) = Emit(static (il, local) =>
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Stloc, local);
            il.Emit(OpCodes.Ldloc, local);
            il.Emit(OpCodes.Ldc_I4_1);
            il.Emit(OpCodes.Add);
            il.Emit(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Stloc, local);
            il.Emit(OpCodes.Ldloc, local);
            il.Emit(OpCodes.Mul);
            il.Emit(OpCodes.Ret);
        });
        Assert.That(text, Is.EqualTo("    int v0 = a;\n    var t0 = v0 + 1;\n    v0 = b;\n    return t0 * v0;\n"));
        Assert.That(run(3, 5), Is.EqualTo(20));
    }

    [Test]
    public void A_stored_copy_goes_by_the_name_of_its_variable()
    {
        var (text, run) = Emit(static (il, local) =>
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Add);
            il.Emit(OpCodes.Dup);
            il.Emit(OpCodes.Stloc, local);
            il.Emit(OpCodes.Ldloc, local);
            il.Emit(OpCodes.Mul);
            il.Emit(OpCodes.Ret);
        });
        Assert.That(text, Is.EqualTo("    int v0 = a + b;\n    return v0 * v0;\n"));
        Assert.That(run(3, 5), Is.EqualTo(64));
    }

    [Test]
    public void Jumps_lose_their_detours()
    {
        var (text, run) = Emit(static (il, local) =>
        {
            var (body, test, past, end) = (il.DefineLabel(), il.DefineLabel(), il.DefineLabel(), il.DefineLabel());
            il.Emit(OpCodes.Ldc_I4_0);
            il.Emit(OpCodes.Stloc, local);
            il.Emit(OpCodes.Br, test);
            il.MarkLabel(test);
            il.Emit(OpCodes.Ldloc, local);
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Clt);
            il.Emit(OpCodes.Brtrue, body);
            il.Emit(OpCodes.Br, past);
            il.MarkLabel(body);
            il.Emit(OpCodes.Ldloc, local);
            il.Emit(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Add);
            il.Emit(OpCodes.Stloc, local);
            il.Emit(OpCodes.Br, test);
            il.MarkLabel(past);
            il.Emit(OpCodes.Br, end);
            il.MarkLabel(end);
            il.Emit(OpCodes.Ldloc, local);
            il.Emit(OpCodes.Ret);
        });
        Assert.That(text, Is.EqualTo("    int v0 = 0;\nL0:\n    if (!(v0 < a)) goto L3;\n    v0 = v0 + b;\n    goto L0;\nL3:\n    return v0;\n"));
        Assert.That(run(10, 4), Is.EqualTo(12));
    }

    [Test]
    public void Loads_come_before_later_stores()
    {
        var text = new ILText("target&", "address");
        var method = new DynamicMethod("Exchange", typeof(void), [typeof(int).MakeByRefType(), typeof(nint)], typeof(ILTextTests).Module);
        var il = new TracingILGenerator(method.GetILGenerator(), text);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldind_I4);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldc_I4_7);
        il.Emit(OpCodes.Stind_I4);
        il.Emit(OpCodes.Stind_I4);
        il.Emit(OpCodes.Ret);
        Assert.That(text.ToString(), Is.EqualTo("    var t0 = *(int*)address;\n    *(int*)address = 7;\n    target = t0;\n    return;\n"));
    }

    [Test]
    public void Vectors_are_written_without_noise()
    {
        var text = new ILText("address");
        var method = new DynamicMethod("Twice", typeof(void), [typeof(nint)], typeof(ILTextTests).Module);
        var il = new TracingILGenerator(method.GetILGenerator(), text);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldobj, typeof(Vector128<float>));
        il.Emit(OpCodes.Ldc_R4, 2f);
        il.Emit(OpCodes.Call, typeof(Vector128).GetMethod("Create", [typeof(float)])!);
        il.Emit(OpCodes.Call, typeof(Vector128).GetMethods().Single(m => m.Name == "Add").MakeGenericMethod(typeof(float)));
        il.Emit(OpCodes.Stobj, typeof(Vector128<float>));
        il.Emit(OpCodes.Ret);
        Assert.That(text.ToString(), Is.EqualTo(
            "    *(Vector128<float>*)address = Vector128.Add(*(Vector128<float>*)address, Vector128.Create(2f));\n    return;\n"));
    }

    private static (string Text, Function Run) Emit(Action<ILGenerator, LocalBuilder> body)
    {
        var text = new ILText("a", "b");
        var method = new DynamicMethod("Test", typeof(int), [typeof(int), typeof(int)], typeof(ILTextTests).Module);
        var il = new TracingILGenerator(method.GetILGenerator(), text);
        body(il, il.DeclareLocal(typeof(int)));
        return (text.ToString(), method.CreateDelegate<Function>());
    }
}
