// GoldenKernels.Structs
#pragma OPENCL EXTENSION cl_khr_fp64 : enable
#pragma OPENCL FP_CONTRACT OFF

typedef float __attribute__((may_alias)) float_m;

typedef double __attribute__((may_alias)) double_m;

__kernel void GoldenKernels_Structs(
    const long extent_x,
    __global uchar* p1_body_Particles_ptr_buffer,
    const long p1_body_Particles_ptr_offset,
    const float p1_body_Step)
{
    if ((long)get_global_id(0) >= extent_x) return;
    __global uchar* const p1_body_Particles_ptr = p1_body_Particles_ptr_buffer + p1_body_Particles_ptr_offset;
    const int at_i_X = (int)get_global_id(0);
    __global uchar* v3 = p1_body_Particles_ptr + (long)at_i_X * 24L;
    float v4 = *(__global float_m*)v3;
    __global uchar* v5 = p1_body_Particles_ptr + (long)at_i_X * 24L + 8L;
    double v6 = *(__global double_m*)v5;
    __global uchar* v7 = p1_body_Particles_ptr + (long)at_i_X * 24L + 16L;
    char v8 = *(__global char*)v7;
    int v9 = (int)(uchar)v8;
    double v10 = (double)p1_body_Step;
    double v11 = v6 * v10;
    float v12 = (float)v11;
    float v13 = v4 + v12;
    int v14 = (int)((uint)v9 + (uint)1);
    char v15 = (char)v14;
    *(__global float_m*)v3 = v13;
    *(__global double_m*)v5 = (-0.5);
    *(__global char*)v7 = v15;
}
