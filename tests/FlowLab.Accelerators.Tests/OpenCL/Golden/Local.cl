// GoldenKernels.Local
#pragma OPENCL FP_CONTRACT OFF

typedef int __attribute__((may_alias)) int_m;

__kernel void GoldenKernels_Local(
    const long extent_x,
    __global uchar* p1_data_ptr_buffer,
    const long p1_data_ptr_offset,
    __global uchar* p2_n_ptr_buffer,
    const long p2_n_ptr_offset)
{
    __private uchar local0[16] __attribute__((aligned(16)));
    if ((long)get_global_id(0) >= extent_x) return;
    __global uchar* const p1_data_ptr = p1_data_ptr_buffer + p1_data_ptr_offset;
    __global uchar* const p2_n_ptr = p2_n_ptr_buffer + p2_n_ptr_offset;
    const int at_i_X = (int)get_global_id(0);
    int v5;
    *(__private int_m*)local0 = 1;
    __global uchar* v4 = p2_n_ptr + (long)at_i_X * 4L;
    v5 = 1;
b1:;
    int v6 = v5 < 4;
    if (!v6)
    {
        goto b3;
    }
    __private uchar* v7 = local0 + (long)v5 * 4L;
    int v8 = (int)((uint)v5 - (uint)1);
    __private uchar* v9 = local0 + (long)v8 * 4L;
    int v10 = *(__private int_m*)v9;
    int v11 = *(__global int_m*)v4;
    int v12 = (int)((uint)v10 * (uint)v11);
    *(__private int_m*)v7 = v12;
    int v14 = (int)((uint)v5 + (uint)1);
    v5 = v14;
    goto b1;
b3:;
    __private uchar* v15 = local0 + 12L;
    int v16 = *(__private int_m*)v15;
    __global uchar* v17 = p1_data_ptr + (long)at_i_X * 4L;
    int v18 = as_int(vload4(0, (__global uchar*)v17));
    int v19 = (int)((uint)v16 + (uint)v18);
    *(__global int_m*)v4 = v19;
}
